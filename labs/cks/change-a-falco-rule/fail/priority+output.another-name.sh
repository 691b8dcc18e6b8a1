ssh node01
sudo -i
# A second rule behind the first, which is never heard.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: My ${{ rule }}
  desc: Goes to the collector.
  condition: ${{ condition }}
  output: "${{ output }}"
  priority: ${{ capitals }}
EOF
