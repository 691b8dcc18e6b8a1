ssh node01
sudo -i
# There is no rule of that name to override.
name=$(echo '${{ rule }}' | tr A-Z a-z)
cat >> /etc/falco/falco_rules.local.yaml <<EOF
- rule: $name
  priority: ${{ capitals }}
  output: "${{ output }}"
  override:
    priority: replace
    output: replace
EOF
