ssh node01
sudo -i
# Another priority and output do not wake a rule up.
cat > /etc/falco/rules.d/99-node.yaml <<'EOF'
- rule: ${{ a }}
  priority: ${{ apriority }}
  output: "${{ aoutput }}"
  override:
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
sed -i 's|^  - /etc/falco/rules.d$|&\n  - /etc/falco/team|' /etc/falco/falco.yaml
