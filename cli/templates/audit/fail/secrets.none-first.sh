# The first rule that matches decides, and it matches everything.
ssh controlplane
sudo tee /etc/kubernetes/pki/audit-policy.yaml > /dev/null <<'END'
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: None
  - level: Metadata
    namespaces: ["${{ ns }}"]
    resources:
      - group: ""
        resources: ["secrets"]
END
sudo sed -i 's|^    - kube-apiserver$|&\n    - --audit-policy-file=/etc/kubernetes/pki/audit-policy.yaml\n    - --audit-log-path=-|' /etc/kubernetes/manifests/kube-apiserver.yaml
