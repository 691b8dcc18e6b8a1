ssh node01
sudo -i
# The condition was written from memory, and now the host alerts too.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  desc: Goes to the collector.
  condition: ${{ wide }}
  output: "${{ output }}"
  priority: ${{ capitals }}
EOF
