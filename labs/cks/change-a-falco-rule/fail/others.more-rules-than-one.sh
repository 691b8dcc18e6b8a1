ssh node01
sudo -i
# The same change for every rule.
for rule in '${{ rule }}' 'Sensitive file read' 'Write below etc in container'; do
cat >> /etc/falco/falco_rules.local.yaml <<EOF
- rule: $rule
  priority: ${{ capitals }}
  output: "${{ output }}"
  override:
    priority: replace
    output: replace
EOF
done
