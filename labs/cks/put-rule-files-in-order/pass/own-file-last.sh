ssh node01
sudo -i
# The node’s own file is read last, and says all that is wanted.
cat > /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ a }}
  enabled: true
  override: { enabled: replace }
- { rule: "${{ a }}", priority: ${{ apriority }}, output: '${{ aoutput }}', override: { output: replace, priority: replace } }

- rule: ${{ b }}
  priority: ${{ bpriority }}
  condition: (${{ part1 }} or ${{ part2 }}) and container.image.repository != ${{ builder }}
  override:
    priority: replace
    condition: replace
EOF
sed -i '\|^  - /etc/falco/falco_rules.local.yaml$|d; s|^  - /etc/falco/rules.d$|&\n  - /etc/falco/team\n  - /etc/falco/falco_rules.local.yaml|' /etc/falco/falco.yaml
