ssh controlplane
sudo -i
# Without verbs the rule takes reading and writing too.
sed -i 's|${{ misspelt }}=|--audit-policy-file=|' /etc/kubernetes/manifests/kube-apiserver.yaml
sed -i 's|mountPath: ${{ mounted }}$|mountPath: /etc/kubernetes/audit|' /etc/kubernetes/manifests/kube-apiserver.yaml
sed -i '/name: audit-log$/{ n; s/readOnly: true/readOnly: false/ }' /etc/kubernetes/manifests/kube-apiserver.yaml
cat > /etc/kubernetes/audit/policy.yaml <<'EOF'
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    namespaces: ["${{ ns }}"]
EOF
