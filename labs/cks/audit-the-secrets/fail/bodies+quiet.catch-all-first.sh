ssh controlplane
sudo -i
# The rules are right, but the one that takes everything stands first.
cat > /etc/kubernetes/audit/policy.yaml <<'EOF'
apiVersion: audit.k8s.io/v1
kind: Policy
omitStages:
  - RequestReceived
rules:
  - level: Metadata
  - level: None
    users: ["${{ quiet }}"]
    verbs: ["watch"]
  - level: Metadata
    namespaces: ["${{ ns }}", ""]
    resources:
      - group: ""
        resources: ["secrets"]
  - level: RequestResponse
    resources:
      - group: ""
        resources: ["secrets", "configmaps"]
EOF
cd /etc/kubernetes/manifests
sed -i 's|^    - kube-apiserver$|&\n    - --audit-policy-file=/etc/kubernetes/audit/policy.yaml\n    - --audit-log-path=${{ log }}\n    - --audit-log-maxage=${{ days }}\n    - --audit-log-maxbackup=${{ files }}|' kube-apiserver.yaml
sed -i 's|^    volumeMounts:$|&\n    - mountPath: /etc/kubernetes/audit/policy.yaml\n      name: audit-policy\n      readOnly: true\n    - mountPath: ${{ logdir }}\n      name: audit-log|' kube-apiserver.yaml
sed -i 's|^  volumes:$|&\n  - hostPath:\n      path: /etc/kubernetes/audit/policy.yaml\n      type: File\n    name: audit-policy\n  - hostPath:\n      path: ${{ logdir }}\n      type: DirectoryOrCreate\n    name: audit-log|' kube-apiserver.yaml
