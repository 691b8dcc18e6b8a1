ssh node01
sudo -i
# Priorities have no short forms.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  priority: ${{ short }}
  output: "${{ output }}"
  override:
    priority: replace
    output: replace
EOF
