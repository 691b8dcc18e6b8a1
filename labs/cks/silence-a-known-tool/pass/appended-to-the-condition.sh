ssh node01
sudo -i
# Brackets around each pair, and `not` in front of both.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  condition: >
    and not (proc.name = ${{ tool1 }} and ${{ field }} startswith "${{ place1 }}")
    and not (proc.name = "${{ tool2 }}" and ${{ field }} startswith ${{ place2 }})
  override: { condition: append }
EOF
