ssh controlplane
# Below /etc/kubernetes/pki a file needs no mount of its own.
sudo tee /etc/kubernetes/pki/audit-policy.yaml > /dev/null <<'EOF'
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: None
    users:
      - ${{ quiet }}
    verbs:
      - watch
  - level: RequestResponse
    omitStages: [RequestReceived]
    resources:
      - group: ""
        resources: ["configmaps", "configmaps/*"]
  - level: Metadata
    omitStages: [RequestReceived]
    resources:
      - group: ""
        resources: ["secrets"]
    namespaces: ["", "${{ ns }}"]
  - level: RequestResponse
    resources:
      - group: ""
        resources: ["secrets"]
  - level: Metadata
    omitStages: [RequestReceived]
EOF
sudo sed -i \
  -e 's|^    - --tls-private-key-file=.*|&\n    - --audit-policy-file=/etc/kubernetes/pki/audit-policy.yaml\n    - --audit-log-path=${{ log }}\n    - --audit-log-maxage\n    - "${{ days }}"\n    - --audit_log_maxbackup=${{ files }}|' \
  -e 's|^    volumeMounts:$|&\n    - mountPath: ${{ logdir }}/\n      name: log|' \
  -e 's|^  volumes:$|&\n  - name: log\n    hostPath: { path: ${{ logdir }}, type: "" }|' \
  /etc/kubernetes/manifests/kube-apiserver.yaml
