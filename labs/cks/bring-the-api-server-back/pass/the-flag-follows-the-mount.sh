ssh controlplane
# The mount stays where it is, and the flag goes there. One rule for each verb.
sudo sed -i 's|${{ misspelt }}=/etc/kubernetes/audit/|--audit-policy-file=${{ mounted }}/|' /etc/kubernetes/manifests/kube-apiserver.yaml
line=$(sudo grep -n 'mountPath: ${{ logdir }}$' /etc/kubernetes/manifests/kube-apiserver.yaml | cut -d: -f1)
sudo sed -i "$((line + 2))d" /etc/kubernetes/manifests/kube-apiserver.yaml
sudo tee /etc/kubernetes/audit/policy.yaml > /dev/null <<'EOF'
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    verbs: [delete]
    namespaces:
      - ${{ ns }}
  - level: Metadata
    verbs: [deletecollection]
    namespaces:
      - ${{ ns }}
  - level: None
EOF
