ssh node01
sudo -i
# Copied without its details.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  desc: As before, without two tools.
  condition: ${{ short }}
  output: "${{ output }}"
  priority: ${{ priority }}
  exceptions:
    - name: known_tools
      fields: [proc.name, ${{ field }}]
      comps: [=, startswith]
      values:
        - [${{ tool1 }}, ${{ place1 }}]
        - [${{ tool2 }}, ${{ place2 }}]
EOF
