# Nothing is typed again: both are cut out of the line.
ssh controlplane
line=$(grep '"requestURI":"/api/v1/namespaces/${{ ns }}/secrets/${{ secret }}"' /var/log/kubernetes/audit/audit.log | grep '"code":200' | grep serviceaccount)
echo "$line" | sed 's/.*"username":"\([^"]*\)".*/\1/' > /home/candidate/user.txt
echo "$line" | sed 's/.*"sourceIPs":\["\([^"]*\)".*/\1/' > /home/candidate/address.txt
