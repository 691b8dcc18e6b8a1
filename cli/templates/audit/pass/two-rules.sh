ssh controlplane
sudo -i
# What is not asked for is said, too; the last rule does nothing that leaving it out would not do.
cat > /etc/kubernetes/pki/audit-policy.yaml <<'END'
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - { level: Metadata, namespaces: ["${{ ns }}"], resources: [{ resources: [secrets] }] }
  - { level: None }
END
cd /etc/kubernetes/manifests
sed -i '/- --allow-privileged=true/a\    - --audit-log-path=-\n    - --audit-policy-file=/etc/kubernetes/pki/audit-policy.yaml' kube-apiserver.yaml
