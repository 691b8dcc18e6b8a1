# The answers are right, but the log is gone.
ssh controlplane
sudo mv /var/log/kubernetes/audit/audit.log /home/candidate/
echo '${{ user }}' > user.txt
echo ${{ address }} > address.txt
