ssh controlplane
sudo -i
# The mount is gone: the log is written, and lost with the container.
sed -i 's|${{ misspelt }}=|--audit-policy-file=|' /etc/kubernetes/manifests/kube-apiserver.yaml
sed -i 's|mountPath: ${{ mounted }}$|mountPath: /etc/kubernetes/audit|' /etc/kubernetes/manifests/kube-apiserver.yaml
line=$(grep -n 'mountPath: ${{ logdir }}$' /etc/kubernetes/manifests/kube-apiserver.yaml | cut -d: -f1)
sed -i "$line,$((line + 2))d" /etc/kubernetes/manifests/kube-apiserver.yaml
cat > /etc/kubernetes/audit/policy.yaml <<'EOF'
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    namespaces: ["${{ ns }}"]
    verbs: ["delete", "deletecollection"]
EOF
