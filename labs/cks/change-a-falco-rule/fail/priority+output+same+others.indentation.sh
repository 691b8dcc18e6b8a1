ssh node01
sudo -i
# A key further to the left than the ones before it: this is no YAML.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  priority: ${{ capitals }}
 output: "${{ output }}"
  override:
    priority: replace
   output: replace
EOF
