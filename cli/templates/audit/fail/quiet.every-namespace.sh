# The rule names no namespace, so it matches Secrets in all of them.
ssh controlplane
sudo tee /etc/kubernetes/pki/audit-policy.yaml > /dev/null <<'END'
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    resources:
      - group: ""
        resources: ["secrets"]
END
sudo sed -i 's|^    - kube-apiserver$|&\n    - --audit-policy-file=/etc/kubernetes/pki/audit-policy.yaml\n    - --audit-log-path=-|' /etc/kubernetes/manifests/kube-apiserver.yaml
