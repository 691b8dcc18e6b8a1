ssh controlplane
sudo -i
# Without the flag that stopped it the API server starts, and logs nothing.
sed -i '/${{ misspelt }}=/d' /etc/kubernetes/manifests/kube-apiserver.yaml
sed -i '/name: audit-log$/{ n; s/readOnly: true/readOnly: false/ }' /etc/kubernetes/manifests/kube-apiserver.yaml
cat > /etc/kubernetes/audit/policy.yaml <<'EOF'
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    namespaces: ["${{ ns }}"]
    verbs: ["delete", "deletecollection"]
EOF
