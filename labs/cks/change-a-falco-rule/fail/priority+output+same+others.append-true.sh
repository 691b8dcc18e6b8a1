ssh node01
sudo -i
# The old append only knows conditions and exceptions.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  priority: ${{ capitals }}
  output: "${{ output }}"
  append: true
EOF
