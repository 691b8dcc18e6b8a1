# A rule without resources matches whatever is left.
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
  - level: Metadata
END
sudo sed -i 's|^    - kube-apiserver$|&\n    - --audit-policy-file=/etc/kubernetes/pki/audit-policy.yaml\n    - --audit-log-path=-|' /etc/kubernetes/manifests/kube-apiserver.yaml
