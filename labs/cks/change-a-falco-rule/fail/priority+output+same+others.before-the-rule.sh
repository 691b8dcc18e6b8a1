ssh node01
sudo -i
# Read before the rule is there, an override has nothing to change.
sed -i 's|^  - /etc/falco/falco_rules.local.yaml$||; s|^rules_files:$|&\n  - /etc/falco/falco_rules.local.yaml|' /etc/falco/falco.yaml
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  priority: ${{ capitals }}
  output: "${{ output }}"
  override:
    priority: replace
    output: replace
EOF
