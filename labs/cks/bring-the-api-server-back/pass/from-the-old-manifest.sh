ssh controlplane
sudo -i
# Back to what worked, then auditing once more, in one's own way.
cp /root/kube-apiserver.before-audit.yaml /etc/kubernetes/manifests/kube-apiserver.yaml
mkdir -p /etc/kubernetes/pki/audit ${{ logdir }}
cat > /etc/kubernetes/pki/audit/deletions.yaml <<'EOF'
{ "apiVersion": "audit.k8s.io/v1", "kind": "Policy",
  "omitStages": ["RequestReceived"],
  "rules": [
    { "level": "None", "verbs": ["get", "list", "watch", "create", "update", "patch"] },
    { "level": "Metadata", "namespaces": ["${{ ns }}"],
      "verbs": ["deletecollection", "delete"] }
  ] }
EOF
sed -i \
  -e 's|^    - --allow-privileged=true|&\n    - --audit-policy-file=/etc/kubernetes/pki/audit/deletions.yaml\n    - --audit-log-path=/audit/${{ logname }}\n    - --audit-log-maxage=${{ days }}|' \
  -e 's|^    volumeMounts:|&\n    - { name: log, mountPath: /audit }|' \
  -e 's|^  volumes:|&\n  - { name: log, hostPath: { path: "${{ logdir }}" } }|' /etc/kubernetes/manifests/kube-apiserver.yaml
