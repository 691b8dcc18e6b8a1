# Quotes part the fields.
ssh controlplane
awk -F'"' '/namespaces\/${{ ns }}\/secrets\/${{ secret }}"/ && /"code":200/ && /serviceaccount/ { for (i = 1; i < NF; i++) { if ($i == "username") print $(i + 2) > "user.txt"; if ($i == "sourceIPs") print $(i + 2) > "address.txt" } }' /var/log/kubernetes/audit/audit.log
