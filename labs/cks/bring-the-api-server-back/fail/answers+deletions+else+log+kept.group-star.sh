ssh controlplane
sudo -i
# No group is named with a star: such a policy is refused. Without resources a rule takes all of them.
sed -i 's|${{ misspelt }}=|--audit-policy-file=|' /etc/kubernetes/manifests/kube-apiserver.yaml
sed -i 's|mountPath: ${{ mounted }}$|mountPath: /etc/kubernetes/audit|' /etc/kubernetes/manifests/kube-apiserver.yaml
sed -i '/name: audit-log$/{ n; s/readOnly: true/readOnly: false/ }' /etc/kubernetes/manifests/kube-apiserver.yaml
cat > /etc/kubernetes/audit/policy.yaml <<'EOF'
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    namespaces: ["${{ ns }}"]
    verbs: ["delete", "deletecollection"]
    resources:
      - group: "*"
EOF
