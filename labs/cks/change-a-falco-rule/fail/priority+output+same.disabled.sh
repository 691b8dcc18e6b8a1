ssh node01
sudo -i
# A rule that is not enabled says nothing at all.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  enabled: false
  priority: ${{ capitals }}
  output: "${{ output }}"
  override:
    enabled: replace
    priority: replace
    output: replace
EOF
