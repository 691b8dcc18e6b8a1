ssh controlplane
sudo -i
# The kubelet reads the broken copy as well, and of two with one name the later file wins.
cp /etc/kubernetes/manifests/kube-apiserver.yaml /etc/kubernetes/manifests/kube-apiserver.yaml.old
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
EOF
