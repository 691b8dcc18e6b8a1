# The name of a service account alone is not what the log has.
ssh controlplane
echo '${{ user }}' | cut -d: -f4 > user.txt
echo ${{ address }} > address.txt
