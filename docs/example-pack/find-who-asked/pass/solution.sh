ssh controlplane
log=/var/log/kubernetes/audit/audit.log
grep '"namespace":"${{ ns }}","name":"${{ secret }}"' $log | grep '"code":200' | grep -v kubernetes-admin
echo '${{ user }}' > user.txt
echo ${{ address }} > address.txt
