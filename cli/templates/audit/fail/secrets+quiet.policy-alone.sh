# The policy is right, but no API server reads it.
ssh controlplane
sudo tee /etc/kubernetes/pki/audit-policy.yaml > /dev/null <<'END'
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    namespaces: ["${{ ns }}"]
    resources:
      - group: ""
        resources: ["secrets"]
END
