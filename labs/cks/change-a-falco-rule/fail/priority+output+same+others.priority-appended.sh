ssh node01
sudo -i
# Nothing can be appended to a priority.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  priority: ${{ capitals }}
  output: "${{ output }}"
  override:
    priority: append
    output: replace
EOF
