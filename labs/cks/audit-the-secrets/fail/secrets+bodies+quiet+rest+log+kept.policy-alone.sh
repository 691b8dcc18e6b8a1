ssh controlplane
sudo -i
# Nobody told the API server.
cat > /etc/kubernetes/audit/policy.yaml <<'EOF'
apiVersion: audit.k8s.io/v1
kind: Policy
omitStages:
  - RequestReceived
rules:
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
  - level: Metadata
EOF
