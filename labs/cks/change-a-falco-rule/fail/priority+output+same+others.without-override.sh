ssh node01
sudo -i
# Without override it is a new definition, and one without a condition is refused.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  priority: ${{ capitals }}
  output: "${{ output }}"
EOF
