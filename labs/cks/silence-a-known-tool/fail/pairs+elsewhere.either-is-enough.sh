ssh node01
sudo -i
# Without brackets `not` is for the first comparison, so either of the two is enough to be quiet.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  condition: >
    and not proc.name = ${{ tool1 }} and not ${{ field }} startswith ${{ place1 }}
    and not proc.name = ${{ tool2 }} and not ${{ field }} startswith ${{ place2 }}
  override:
    condition: append
EOF
