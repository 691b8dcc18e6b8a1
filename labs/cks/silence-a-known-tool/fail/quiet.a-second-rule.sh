ssh node01
sudo -i
# A rule of its own comes later in the order, and takes nothing away from the old one.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }} but for tools
  desc: As before, without two tools.
  condition: ${{ condition }} and not (proc.name = ${{ tool1 }} and ${{ field }} startswith ${{ place1 }}) and not (proc.name = ${{ tool2 }} and ${{ field }} startswith ${{ place2 }})
  output: "${{ output }}"
  priority: ${{ priority }}
EOF
