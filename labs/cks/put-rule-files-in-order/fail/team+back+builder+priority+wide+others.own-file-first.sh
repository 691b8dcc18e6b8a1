ssh node01
sudo -i
# What is not there yet cannot be changed.
cat > /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ a }}
  enabled: true
  priority: ${{ apriority }}
  output: "${{ aoutput }}"
  override:
    enabled: replace
    priority: replace
    output: replace

- rule: ${{ b }}
  priority: ${{ bpriority }}
  exceptions:
    - name: loaded_on_purpose
      fields: [container.image.repository]
      comps: ["="]
      values:
        - [${{ builder }}]
  override:
    priority: replace
    exceptions: append
EOF
sed -i '\|^  - /etc/falco/falco_rules.local.yaml$|d; s|^rules_files:$|&\n  - /etc/falco/falco_rules.local.yaml|; s|^  - /etc/falco/rules.d$|&\n  - /etc/falco/team|' /etc/falco/falco.yaml
