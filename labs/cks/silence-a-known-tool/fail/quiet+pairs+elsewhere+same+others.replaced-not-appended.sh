ssh node01
sudo -i
# What is to be appended takes the place of the whole condition.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  condition: and not (proc.name = ${{ tool1 }} and ${{ field }} startswith ${{ place1 }}) and not (proc.name = ${{ tool2 }} and ${{ field }} startswith ${{ place2 }})
  override:
    condition: replace
EOF
