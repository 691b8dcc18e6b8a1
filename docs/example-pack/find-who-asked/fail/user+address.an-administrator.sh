# The administrator may read it, and the task says so.
ssh controlplane
echo kubernetes-admin > user.txt
echo 172.30.1.1 > address.txt
