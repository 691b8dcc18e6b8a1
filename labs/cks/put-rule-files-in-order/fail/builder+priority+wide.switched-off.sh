ssh node01
sudo -i
# Quiet for one image, and for all others.
cat > /etc/falco/rules.d/99-node.yaml <<'EOF'
- rule: ${{ a }}
  enabled: true
  priority: ${{ apriority }}
  output: "${{ aoutput }}"
  override:
    enabled: replace
    priority: replace
    output: replace

- rule: ${{ b }}
  enabled: false
  override:
    enabled: replace
EOF
sed -i 's|^  - /etc/falco/rules.d$|&\n  - /etc/falco/team|' /etc/falco/falco.yaml
