ssh node01
sudo -i
# Twice the same rule: what is read last counts.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  desc: A first try.
  condition: ${{ condition }}
  output: "%proc.name"
  priority: INFO

- rule: ${{ rule }}
  output: "${{ output }}"
  priority: ${{ capitals }}
  desc: Goes to the collector.
  override: { desc: append, output: replace, priority: replace }
EOF
