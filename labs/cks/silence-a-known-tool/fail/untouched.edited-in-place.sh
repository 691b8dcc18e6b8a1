ssh node01
sudo -i
# The next update takes this away.
cat >> /etc/falco/falco_rules.yaml <<'EOF'

- rule: ${{ rule }}
  exceptions:
    - name: known_tools
      fields: [proc.name, ${{ field }}]
      comps: [=, startswith]
      values:
        - [${{ tool1 }}, ${{ place1 }}]
        - [${{ tool2 }}, ${{ place2 }}]
  override:
    exceptions: append
EOF
