# The address of a component stands on another line.
ssh controlplane
echo '${{ user }}' > user.txt
echo 172.30.1.2 > address.txt
