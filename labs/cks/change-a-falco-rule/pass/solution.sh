ssh node01
sudo -i
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  priority: ${{ capitals }}
  output: "${{ output }}"
  override:
    priority: replace
    output: replace
EOF
