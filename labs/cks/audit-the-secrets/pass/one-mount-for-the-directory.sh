ssh controlplane
sudo -i
cat > /etc/kubernetes/audit/policy.yaml <<'EOF'
apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules:
  - { level: None, users: ["${{ quiet }}"], verbs: [watch] }
  - { level: Metadata, namespaces: ["${{ ns }}"], resources: [{ group: "", resources: [secrets] }] }
  - { level: Metadata, namespaces: [""], resources: [{ group: "", resources: [secrets] }] }
  - { level: RequestResponse, resources: [{ resources: [configmaps, secrets] }] }
  - { level: Metadata }
EOF

mkdir -p ${{ logdir }}
cd /etc/kubernetes/manifests
cp kube-apiserver.yaml /root/kube-apiserver.yaml
sed -i 's|^    - --allow-privileged=true$|&\n    - --audit-policy-file=/etc/audit/policy.yaml\n    - --audit-log-path=/audit/${{ logname }}\n    - --audit-log-maxage=${{ days }}\n    - --audit-log-maxbackup=${{ files }}\n    - --audit-log-maxsize=100|' kube-apiserver.yaml
sed -i 's|^    volumeMounts:|&\n    - { name: audit, mountPath: /etc/audit, readOnly: true }\n    - { name: audit-log, mountPath: /audit }|' kube-apiserver.yaml
sed -i 's|^  volumes:|&\n  - { name: audit, hostPath: { path: /etc/kubernetes/audit } }\n  - { name: audit-log, hostPath: { path: "${{ logdir }}", type: Directory } }|' kube-apiserver.yaml
