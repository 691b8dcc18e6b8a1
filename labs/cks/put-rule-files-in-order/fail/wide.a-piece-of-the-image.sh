ssh node01
sudo -i
# Other images have this in their names.
cat > /etc/falco/rules.d/99-node.yaml <<'EOF'
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
      comps: [contains]
      values:
        - [${{ piece }}]
  override:
    priority: replace
    exceptions: append
EOF
sed -i 's|^  - /etc/falco/rules.d$|&\n  - /etc/falco/team|' /etc/falco/falco.yaml
