ssh node01
sudo -i
# The list that the rule needs is in the other file. Nothing is said about it.
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
      comps: ["="]
      values:
        - [${{ builder }}]
  override:
    priority: replace
    exceptions: append
EOF
sed -i 's|^  - /etc/falco/rules.d$|&\n  - /etc/falco/team/rules.yaml|' /etc/falco/falco.yaml
