ssh node01
sudo -i
# The new output stands behind the old one.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  priority: ${{ capitals }}
  output: "${{ output }}"
  override:
    priority: replace
    output: append
EOF
