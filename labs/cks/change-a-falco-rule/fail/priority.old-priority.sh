ssh node01
sudo -i
# The whole rule again, with the priority copied too.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  desc: Goes to the collector.
  condition: ${{ condition }}
  output: "${{ output }}"
  priority: WARNING
EOF
