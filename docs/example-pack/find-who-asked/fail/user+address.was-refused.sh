# This request ended with 403.
ssh controlplane
echo system:serviceaccount:ci:runner > user.txt
echo 192.168.1.18 > address.txt
