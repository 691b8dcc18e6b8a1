ssh controlplane
sudo -i
# The file exists on the host, but not at this path inside the container.
sed -i 's|${{ misspelt }}=|--audit-policy-file=|' /etc/kubernetes/manifests/kube-apiserver.yaml
sed -i '/name: audit-log$/{ n; s/readOnly: true/readOnly: false/ }' /etc/kubernetes/manifests/kube-apiserver.yaml
cat > /etc/kubernetes/audit/policy.yaml <<'EOF'
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    namespaces: ["${{ ns }}"]
    verbs: ["delete", "deletecollection"]
EOF
