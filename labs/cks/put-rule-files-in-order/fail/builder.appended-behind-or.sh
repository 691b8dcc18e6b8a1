ssh node01
sudo -i
# `and` binds first: only one half of the condition has the exception.
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
  condition: and not container.image.repository = ${{ builder }}
  override:
    priority: replace
    condition: append
EOF
sed -i 's|^  - /etc/falco/rules.d$|&\n  - /etc/falco/team|' /etc/falco/falco.yaml
