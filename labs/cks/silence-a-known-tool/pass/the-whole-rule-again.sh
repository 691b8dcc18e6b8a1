ssh node01
sudo -i
# All of the rule once more, with two exceptions, each with fields of its own.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: "${{ rule }}"
  desc: As before, without two tools.
  condition: >-
    ${{ condition }}
  output: "${{ output }}"
  priority: ${{ priority }}
  tags: [filesystem]
  exceptions:
    - name: first
      fields: [${{ field }}, proc.exepath]
      comps: [startswith, in]
      values: [["${{ place1 }}", [/opt/tools/${{ tool1 }}]]]
    - { name: second, fields: [proc.name, ${{ field }}], comps: ["=", startswith], values: [[${{ tool2 }}, "${{ place2 }}"]] }
EOF
