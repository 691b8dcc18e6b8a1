ssh controlplane
sudo -i
# A level is written with a capital letter.
sed -i 's|${{ misspelt }}=|--audit-policy-file=|' /etc/kubernetes/manifests/kube-apiserver.yaml
sed -i 's|mountPath: ${{ mounted }}$|mountPath: /etc/kubernetes/audit|' /etc/kubernetes/manifests/kube-apiserver.yaml
sed -i '/name: audit-log$/{ n; s/readOnly: true/readOnly: false/ }' /etc/kubernetes/manifests/kube-apiserver.yaml
sed -i 's|verbs:.*|verbs: ["delete", "deletecollection"]\n    namespaces: ["${{ ns }}"]|' /etc/kubernetes/audit/policy.yaml
