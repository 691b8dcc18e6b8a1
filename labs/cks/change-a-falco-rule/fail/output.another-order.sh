ssh node01
sudo -i
# The same fields in another order.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  priority: ${{ capitals }}
  output: "${{ swapped }}"
  override:
    priority: replace
    output: replace
EOF
